//! What the page says at a moment, and whether that is a sentence.
use std::borrow::Cow;

use cert_order::wizard::model::{Loading, Session, Trouble};
use cert_order::wizard::reconcile::SearchState;
use cert_order::wizard::submission::{CodeRefusal, Submission};
use cert_order::wizard::way::Way;
use cert_order::words::{Say, Speech, Text};

use crate::support::visit::Visit;

/// Everything that the page says is wrong, or asks for besides; nothing where all goes well.
pub fn said(visit: &Visit) -> Vec<String> {
    let model = &visit.model;
    let mut said: Vec<Cow<'static, str>> = Vec::new();
    said.extend(model.trouble.iter().map(|trouble| Speech::ENGLISH.trouble(trouble)));
    if let Loading::Failed(error) = &model.catalogue {
        said.push(Speech::ENGLISH.trouble(&Trouble::Billing(error.clone())));
    }
    said.extend(model.billing_errors.iter().map(|error| Speech::ENGLISH.problem(error.field, &error.problem)));
    said.extend(of_submission(&model.submission));
    match &model.session {
        Session::Guest { ended: true } => said.push(Speech::ENGLISH.say(Say::SessionEnded)),
        Session::Coding { .. } => said.push(Speech::ENGLISH.say(Say::LeadCode)),
        _ => {}
    }
    if model.watch.failed.is_some() {
        said.push(Speech::ENGLISH.say(Say::WatchFailed));
    }
    said.into_iter().map(Cow::into_owned).collect()
}

fn of_submission(submission: &Submission) -> Option<Cow<'static, str>> {
    match submission {
        Submission::CartFailed(trouble) => Some(Speech::ENGLISH.trouble(trouble)),
        Submission::Unclear(intent, search) => Some(Speech::ENGLISH.say(match search.state {
            SearchState::Failed(_) => Say::UnclearFailed,
            SearchState::Waiting => Say::UnclearWaiting,
            SearchState::NotFound if intent.way == Way::Panel => Say::UnclearInCart,
            SearchState::NotFound => Say::UnclearNotFound,
            SearchState::Several(_) => Say::UnclearSeveral,
            SearchState::Idle | SearchState::Looking { .. } => Say::UnclearLooking,
        })),
        Submission::Quoted(quote) => quote.code_refused.clone().map(|refusal| {
            Speech::ENGLISH.text(match refusal {
                CodeRefusal::Unknown => Say::CodeUnknown.into(),
                CodeRefusal::Expired => Say::CodeExpired.into(),
                CodeRefusal::DoesNotFit(said) => Text::CodeDoesNotFit(said),
                CodeRefusal::Other(said) => Text::CodeRefused(said),
            })
        }),
        _ => None,
    }
}

/// Asserts that these are words for a customer: whole sentences, no name out of the code, no secret.
pub fn assert_sentences(said: &[String], visit: &Visit, at: &str) {
    for words in said {
        assert!(words.ends_with(['.', '?', '…']) || words.contains("The billing system says: "), "{at}: {words}");
        assert!(!is_of_the_code(words), "{at}: {words}");
        let customer = &visit.customer;
        let secrets =
            customer.sessions.iter().chain([&customer.password, &customer.code]).chain(&visit.browser.secrets);
        for secret in secrets {
            assert!(!words.contains(secret.as_str()), "{at}: {words}");
        }
    }
}

/// Whether a name as only code has it stands outside quotation marks.
fn is_of_the_code(words: &str) -> bool {
    let parts = words.split('“').filter_map(|part| part.split('”').next_back());
    let outside: Vec<char> = parts.collect::<String>().chars().collect();
    let is_camel = outside.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase());
    is_camel || outside.iter().any(|c| ['{', '_'].contains(c)) || outside.windows(2).any(|pair| *pair == [':', ':'])
}

#[test]
fn names_of_the_code_are_found() {
    assert!(["Api(TimedOut)", "time_out", "a::b", "“x” TimedOut"].into_iter().all(is_of_the_code));
    assert!(!is_of_the_code("The field “adm_fname” of “TimedOut” is wrong. Try again."));
}
