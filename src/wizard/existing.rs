//! An existing request: pasted or read from a file, decoded at once, its signature checked by the browser.
//!
//! What is no request is kept nowhere but in the field it stands in, since nobody knows what it is; a private key not even there.
//!
//! What the form asks besides the request: domain, country, state, city and company, where the request lacks them, before
//! anybody is logged in; these are documented as required of every order (API reference 4.2), so they are never left out,
//! whatever the billing form marks. Its marks are known only after the log-in: they can add company unit and e-mail, as
//! can a refusal of one. Further names are not asked: the request itself must hold them (API reference 4.3).
use std::sync::Arc;

use crate::domain::country::CountryCode;
use crate::domain::email::EmailAddress;
use crate::domain::hostname::Hostname;
use crate::domain::problem::{NotRequest, Problem};
use crate::domain::secret::Secret;
use crate::domain::text::Line;
use crate::request::csr::{Part, PublicKey, ReadRequest, Verdict};
use crate::request::fingerprint::Fingerprint;
use crate::request::given;

use super::draft::SubjectDraft;
use super::effect::{Effect, Focus, Purpose, Question};
use super::field::{ContactField, Field, Who};
use super::findings::Findings;
use super::further;
use super::latin;
use super::message::Checked;
use super::model::{FieldError, Model};
use super::restore;
use super::step::Step;
use super::steps::subject::{COMPANY_LIMIT, PLACE_LIMIT};

/// The existing request, as far as it is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Existing {
    /// What stands in the field; in memory only.
    pub text: Secret,
    /// What it is; `None` while there is nothing.
    pub read: Option<Result<Arc<ReadRequest>, NotRequest>>,
    /// Whether the signature is by the key in it, and that key's name; `None` while the browser is asked.
    pub checked: Option<Checked>,
    /// What the linter says of it.
    pub findings: Findings,
}

impl Existing {
    /// The request.
    pub fn request(&self) -> Option<&Arc<ReadRequest>> {
        self.read.as_ref()?.as_ref().ok()
    }

    /// Whether its signature is good.
    pub fn verdict(&self) -> Verdict {
        self.checked.as_ref().map_or(Verdict::Asked, |checked| checked.verdict)
    }

    /// SHA-256 of its public key.
    pub fn fingerprint(&self) -> Option<Fingerprint> {
        self.checked.as_ref()?.fingerprint
    }
}

/// Something was pasted or typed into the field.
pub fn given(model: &mut Model, out: &mut Vec<Effect>, text: Secret) {
    // A wiped field is empty like before: why it was wiped stays said.
    if text.is_empty() && model.existing.text.is_empty() {
        return;
    }
    model.cancel(Purpose::ReadFile);
    let read = (!text.expose().trim().is_empty()).then(|| given::read(text.expose()));
    take(model, out, text, read);
}

/// A file was chosen or dropped: the browser holds it until it is asked for.
pub fn file_chosen(model: &mut Model, out: &mut Vec<Effect>) {
    model.ask(out, Purpose::ReadFile, Question::ReadFile);
}

/// The file was read. The field shows a request in PEM, whatever the file was, and nothing else.
pub fn file_read(model: &mut Model, out: &mut Vec<Effect>, file: Result<Secret, NotRequest>) {
    if !is_asked(model) {
        return;
    }
    let read = file.and_then(|text| given::read(text.expose()));
    let text = Secret::new(read.as_ref().map(|request| request.pem.clone()).unwrap_or_default());
    take(model, out, text, Some(read));
    if !super::steps::errors(model, Step::Request).is_empty() {
        out.push(Effect::Focus(Focus::Errors));
    }
}

fn take(model: &mut Model, out: &mut Vec<Effect>, text: Secret, read: Option<Result<ReadRequest, NotRequest>>) {
    let is_key = matches!(read, Some(Err(NotRequest::PrivateKey)));
    model.billing_errors.retain(|said| said.field != Field::ExistingRequest);
    model.errors_shown.retain(|shown| *shown != Step::Request);
    if read.is_some() {
        model.show_errors(Step::Request);
    }
    set(model, out, if is_key { Secret::default() } else { text }, read);
    prefill_email(model);
    out.push(Effect::SaveDraft(restore::snapshot(model)));
}

fn set(model: &mut Model, out: &mut Vec<Effect>, text: Secret, read: Option<Result<ReadRequest, NotRequest>>) {
    model.cancel(Purpose::CheckRequest);
    forget_asked(model);
    model.existing = Existing { text, read: read.map(|read| read.map(Arc::new)), checked: None, ..Existing::default() };
    let request = model.existing.request().cloned();
    model.drafts.request.pem = request.as_ref().map(|request| request.pem.clone()).unwrap_or_default();
    model.drafts.request.carried = request.as_ref().map(|request| carried(model, request)).unwrap_or_default();
    if let Some(request) = request {
        model.ask(out, Purpose::CheckRequest, Question::CheckRequest(request));
    }
}

/// The request of a stored draft is read and checked again.
pub fn restore(model: &mut Model, out: &mut Vec<Effect>) {
    let text = std::mem::take(&mut model.drafts.request.pem);
    if let Ok(request) = given::read(&text) {
        set(model, out, Secret::new(text), Some(Ok(request)));
    }
}

/// The browser has checked the signature, or cannot. A bad one leads back to its page.
pub fn checked(model: &mut Model, checked: Checked) {
    if checked.verdict == Verdict::Bad {
        model.show_errors(Step::Request);
    }
    model.existing.checked = Some(checked);
}

/// The existing request, where the order is for one.
pub fn chosen_request(model: &Model) -> Option<Arc<ReadRequest>> {
    model.existing.request().filter(|_| is_chosen(model)).cloned()
}

/// Whether the order is for an existing request.
pub fn is_chosen(model: &Model) -> bool {
    model.drafts.request.is_existing
}

/// Whether the page asks for an existing request.
pub fn is_asked(model: &Model) -> bool {
    model.place == Step::Request && is_chosen(model)
}

/// Whether an existing request says what stands in `field`: it counts as it stands there.
pub fn says(model: &Model, field: Field) -> bool {
    is_chosen(model) && model.drafts.request.carried.text(field) == model.drafts.text(field)
}

/// What a changed field means for the request: where no key can be made, an existing request is the only way, and what
/// the billing system said of the request may hold no longer.
pub fn edited(model: &mut Model, field: Field) {
    model.drafts.request.is_existing |= !model.can_make_keys;
    if matches!(field, Field::RequestMethod | Field::Package | Field::Period) {
        model.billing_errors.retain(|said| said.field != Field::ExistingRequest);
        model.errors_shown.retain(|shown| *shown != Step::Request);
        forget_asked(model);
    }
}

/// The billing system wants `field`: where the request lacks it, it is asked from now on. Whether that is new.
pub fn ask_too(model: &mut Model, field: Field) -> bool {
    let request = &mut model.drafts.request;
    let is_new = request.is_existing
        && matches!(field, Field::CompanyUnit | Field::SubjectEmail)
        && request.carried.text(field).is_empty()
        && !request.asked_too.contains(&field);
    if is_new {
        request.asked_too.push(field);
    }
    is_new
}

/// Another request or package may do without.
fn forget_asked(model: &mut Model) {
    let asked = std::mem::take(&mut model.drafts.request.asked_too);
    model.billing_errors.retain(|said| !asked.contains(&said.field));
}

/// Whether `field` is asked although most orders do without.
pub fn is_asked_too(model: &Model, field: Field) -> bool {
    is_chosen(model) && model.drafts.request.asked_too.contains(&field)
}

/// What the form asks for and the request does not say.
pub fn missing(model: &Model) -> Vec<Field> {
    let carried = &model.drafts.request.carried;
    let fields = [
        (Field::Domain, &carried.domain),
        (Field::Country, &carried.country),
        (Field::State, &carried.state),
        (Field::City, &carried.city),
        (Field::Company, &carried.company),
    ];
    let always = fields.into_iter().filter(|(_, text)| text.is_empty()).map(|(field, _)| field);
    always.chain(model.drafts.request.asked_too.iter().copied()).collect()
}

/// An error of a field that the request answers stands at the request.
pub fn placed(model: &Model, mut said: FieldError) -> FieldError {
    let is_answered = is_chosen(model) && said.field.step() == Some(Step::Subject);
    if is_answered && !missing(model).contains(&said.field) {
        said.field = Field::ExistingRequest;
    }
    said
}

/// What is wrong with the request.
pub fn problem(model: &Model) -> Option<Problem> {
    let request = match &model.existing.read {
        None => return Some(Problem::Missing),
        Some(Err(what)) => return Some(Problem::NotRequest(*what)),
        Some(Ok(request)) => request,
    };
    match &request.key {
        PublicKey::Rsa { .. } if request.key.bits() < 2048 => return Some(Problem::KeyTooShort(request.key.bits())),
        _ if !request.key.is_exponent_good() => return Some(Problem::BadExponent),
        PublicKey::Rsa { .. } | PublicKey::Ec(_) => {}
        _ => return Some(Problem::KeyNotTaken(request.key_id())),
    }
    if model.existing.verdict() == Verdict::Bad {
        return Some(Problem::BadSignature);
    }
    let names = request.all_names();
    if let Some(problem) = further::too_many(model, names.len()) {
        return Some(problem);
    }
    let name = names.into_iter().find_map(|name| match Hostname::parse(name) {
        Err(Problem::Hostname(reason)) => Some(Problem::RequestName(name.to_owned(), reason)),
        _ => None,
    });
    // What else authorities must refuse is said among the findings.
    let errors = model.existing.findings.errors();
    name.or_else(|| (errors > 0).then_some(Problem::Faults(errors)))
}

/// What the request answers of the billing form, in the form's own spelling; what the form would not take is asked instead.
fn carried(model: &Model, request: &ReadRequest) -> SubjectDraft {
    let line = |field, part, limit| {
        let text = request.part(part).unwrap_or_default();
        let line = Line::parse_subject(text, limit, latin::alphabet(model, field));
        line.map(|line| line.as_str().to_owned()).unwrap_or_default()
    };
    let names = request.all_names();
    let (domain, further) =
        names.split_first().map_or((String::new(), &[][..]), |(first, rest)| ((*first).to_owned(), rest));
    let country = CountryCode::parse(request.part(Part::Country).unwrap_or_default());
    let email = EmailAddress::parse(request.part(Part::Email).unwrap_or_default());
    SubjectDraft {
        domain,
        further_names: further.join("\n"),
        country: country.map(|country| country.as_str().to_owned()).unwrap_or_default(),
        state: line(Field::State, Part::State, PLACE_LIMIT),
        city: line(Field::City, Part::City, PLACE_LIMIT),
        company: line(Field::Company, Part::Company, COMPANY_LIMIT),
        company_unit: line(Field::CompanyUnit, Part::CompanyUnit, COMPANY_LIMIT),
        email: email.map(|email| email.as_str().to_owned()).unwrap_or_default(),
        key_type: String::new(),
    }
}

/// The request's address is the administrative contact's until the customer says otherwise.
fn prefill_email(model: &mut Model) {
    let field = Field::Contact(Who::Admin, ContactField::Email);
    let email = &model.drafts.request.carried.email;
    if model.drafts.contacts.admin.email.is_empty() && !email.is_empty() {
        let email = email.clone();
        model.drafts.set(field, email);
    }
}
