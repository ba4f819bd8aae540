//! What the customer types, chooses, or lets the form do to fields.
use super::effect::{Effect, Focus};
use super::field::Field;
use super::keys::KeyState;
use super::message::Msg;
use super::model::Model;
use super::remedy::{self, Remedy};
use super::{approvers, ask_once, existing, first, keys, log_in, phones, restore};

/// Takes in a message about a field.
pub(super) fn changed(model: &mut Model, out: &mut Vec<Effect>, msg: Msg) {
    match msg {
        Msg::Edited(field, text) => edited(model, out, field, text),
        Msg::PasswordEdited(password) => model.password = password,
        Msg::CodeEdited(code) => log_in::code_edited(model, code),
        Msg::Apply(at, remedy) => apply(model, out, at, &remedy),
        Msg::Take(source) => {
            ask_once::turn(model, source);
            out.push(Effect::SaveDraft(restore::snapshot(model)));
        }
        _ => {}
    }
}

/// An offer is taken: its edits are made as if they had been typed.
fn apply(model: &mut Model, out: &mut Vec<Effect>, at: Field, remedy: &Remedy) {
    let edits = remedy::edits(model, at, remedy);
    // The button is gone once it has served.
    let stays = matches!(remedy, Remedy::AddName(_) | Remedy::DropName(_) | Remedy::AdminEverywhere);
    if !edits.is_empty() && !stays {
        let field = if *remedy == Remedy::GenerateHere { Field::RequestMethod } else { at };
        out.push(Effect::Focus(Focus::Field(field)));
    }
    for (field, text) in edits {
        edited(model, out, field, text);
    }
}

fn edited(model: &mut Model, out: &mut Vec<Effect>, field: Field, text: String) {
    first::retract(model, field);
    match field {
        Field::UserName => model.user_name = text,
        Field::KeyAttested => attest(model, !text.is_empty()),
        // Nobody knows yet what is in it: it comes as `RequestGiven`.
        Field::ExistingRequest => {}
        _ if first::refuse_key(model, field, &text) => {}
        _ => {
            if let Field::Approver(_) = field {
                approvers::propose(model, &text);
            }
            let text = phones::whole(model, field, text);
            model.drafts.set(field, text);
            if field == Field::KeepKey {
                if model.drafts.do_not_keep_key { keys::forget(model, out) } else { keys::keep(model, out) }
            }
            existing::edited(model, field);
        }
    }
    if field != Field::UserName {
        out.push(Effect::SaveDraft(restore::snapshot(model)));
    }
}

/// "I have the file" counts only once there was a file.
fn attest(model: &mut Model, attested: bool) {
    if let KeyState::Ready(key) = &mut model.key {
        key.attested = attested && key.downloaded;
    }
}
