//! `certificate.order.csr`: the wizard's second step, the request and its subject.

use super::certificate_order::months;
use super::{Call, Reply, certificate_order_param};
use crate::ca;
use crate::csr;
use crate::db::violations::{self, Violation};
use crate::db::{catalogue, countries};
use crate::order::package::Chosen;
use crate::order::request::{GENERATE, RequestStep, SUBJECT_TEXTS};
use crate::order::{questions, step};
use crate::profile::Profile;
use crate::wire::error::Failure;
use crate::wire::form::{Choice, Form};

/// The form (also for `sv_field`), or with `sok` the next step's form; nothing is stored.
pub fn step(call: &Call<'_>) -> Result<Reply, Failure> {
    call.customer()?;
    let chosen = Chosen::carried(call.db, call.params, step::CSR)?;
    if !call.submits() {
        return form(call, &chosen);
    }
    let profile = call.shared.profile();
    let mut request = RequestStep::read(call.db, call.params, chosen, profile)?;
    questions::check_alone(call.params, profile, step::CSR)?;
    if request.crt_type == GENERATE && request.csr.is_empty() {
        let key = generate(call, &mut request)?;
        return certificate_order_param::form(call, &request, Some(&key));
    }
    certificate_order_param::form(call, &request, None)
}

/// Makes key and request on the server as the real one does. Our client must never ask for it, so it counts as a
/// violation.
fn generate(call: &Call<'_>, request: &mut RequestStep) -> Result<String, Failure> {
    let (csr, key) = ca::generate_request(&request.subject, &request.names)?;
    request.csr = csr;
    let violation =
        Violation { func: call.func.to_owned(), place: "server".to_owned(), what: "server_generated".to_owned() };
    violations::add(call.db, &violation, call.now)?;
    Ok(key)
}

/// The step's form. Choosing a request of one's own fills the subject from it (`sv_field=csr`).
pub fn form(call: &Call<'_>, chosen: &Chosen) -> Result<Reply, Failure> {
    let periods = catalogue::prices(call.db, chosen.package.id)?;
    let periods = periods.into_iter().map(|price| months(price.period));
    let mut form = Form::new(step::CSR, call.params);
    let profile = call.shared.profile();
    form.select("crt_type", true, crt_types(profile))
        .default("crt_type", GENERATE)
        .select("period", true, periods.collect())
        .select("field_country", true, countries::choices(call.db)?);
    for (field, _, required) in SUBJECT_TEXTS {
        form.input(field, required, "certificatelatin");
    }
    form.input("CN", true, "domain").input("emailAddress", false, "email").textarea("csr");
    if chosen.package.is_multi_domain() {
        form.textarea("altname_input").hidden("altname", call.params.get("altname_input"));
    }
    questions::add(&mut form, profile, step::CSR);
    if call.params.get("sv_field") == "csr" {
        fill_from_request(call, &mut form)?;
    }
    Ok(form.into_doc().into())
}

fn crt_types(profile: Profile) -> Vec<Choice> {
    vec![
        Choice::new(GENERATE, "Generate a CSR and private key"),
        Choice::new(profile.own_request(), "Enter an existing CSR"),
    ]
}

fn fill_from_request(call: &Call<'_>, form: &mut Form<'_>) -> Result<(), Failure> {
    let Ok(request) = csr::decode(call.params.get("csr")) else {
        return Ok(());
    };
    let subject = request.subject;
    let country = match &subject.country {
        Some(iso2) => countries::id(call.db, iso2)?,
        None => None,
    };
    for (field, value) in [
        ("field_country", country.map(|id| id.to_string())),
        ("ST", subject.state),
        ("L", subject.locality),
        ("O", subject.organization),
        ("OU", subject.organizational_unit),
        ("CN", subject.common_name),
        ("emailAddress", subject.email),
    ] {
        if let Some(value) = value {
            form.value(field, &value);
        }
    }
    Ok(())
}
