//! One choice of a mailbox for all names that the billing system offers the same mailboxes for.
use crate::billing::order_form::{Approvers, OrderForm};

use super::field::Field;
use super::model::Model;

/// Names that share one choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The field of the choice: that of the first of the names.
    pub field: Field,
    /// Places of the names in the billing form's lists.
    pub members: Vec<u8>,
    /// What is offered; nothing where any mailbox will do.
    pub addresses: Vec<String>,
}

/// The lists with their places.
pub fn lists(form: &OrderForm) -> impl Iterator<Item = (u8, &Approvers)> {
    (0_u8..=u8::MAX).zip(&form.approvers)
}

/// The list whose choice counts for the list at `place`: the first with the same addresses. Where any mailbox will do,
/// each name has a choice of its own.
pub fn leader(form: &OrderForm, place: u8) -> u8 {
    let Some((_, own)) = lists(form).find(|(i, _)| *i == place) else { return place };
    if own.addresses.is_empty() {
        return place;
    }
    lists(form).find(|(_, list)| list.addresses == own.addresses).map_or(place, |(i, _)| i)
}

/// The choices of the page.
pub fn groups(form: &OrderForm) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    for (i, list) in lists(form) {
        let field = Field::Approver(leader(form, i));
        match found.iter_mut().find(|group| group.field == field) {
            Some(group) => group.members.push(i),
            None => found.push(Group { field, members: vec![i], addresses: list.addresses.clone() }),
        }
    }
    found
}

/// The mailbox `admin@` for each choice; nothing unless there are several choices and each offers one.
pub fn admin_everywhere(model: &Model) -> Vec<(Field, String)> {
    let Some(groups) = model.discovery.form().map(groups) else { return Vec::new() };
    let mut edits = Vec::new();
    for group in &groups {
        let Some(address) = admin(&group.addresses) else { return Vec::new() };
        edits.push((group.field, address.clone()));
    }
    if edits.len() > 1 { edits } else { Vec::new() }
}

/// Of several, the one at the shortest name: that of the domain itself.
fn admin(addresses: &[String]) -> Option<&String> {
    let mut found: Option<&String> = None;
    for address in addresses {
        if address.starts_with("admin@") && found.is_none_or(|shortest| address.len() < shortest.len()) {
            found = Some(address);
        }
    }
    found
}

/// A mailbox chosen for one name is proposed for those that have none yet and offer it too.
pub fn propose(model: &mut Model, chosen: &str) {
    let Some(groups) = model.discovery.form().map(groups) else { return };
    for group in groups {
        let is_open = model.drafts.text(group.field).is_empty();
        if is_open && group.addresses.iter().any(|address| address == chosen) {
            model.drafts.set(group.field, chosen.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(lists: &[&[&str]]) -> OrderForm {
        let list = |(i, addresses): (usize, &&[&str])| Approvers {
            field: format!("approver_email_{}", i + 1),
            addresses: addresses.iter().map(|address| (*address).to_owned()).collect(),
        };
        OrderForm { approvers: lists.iter().enumerate().map(list).collect(), ..OrderForm::default() }
    }

    #[test]
    fn names_with_the_same_mailboxes_share_a_choice_and_others_stay_apart() {
        let (one, two) = (&["admin@a.example"][..], &["admin@b.a.example", "admin@a.example"][..]);
        let members = |lists: &[&[&str]]| -> Vec<Vec<u8>> {
            groups(&form(lists)).into_iter().map(|group| group.members).collect()
        };
        assert_eq!(members(&[one, two, one, two, one]), [vec![0, 2, 4], vec![1, 3]]);
        assert_eq!(members(&[one]), [[0]]);
        assert_eq!(members(&[&[], &[]]), [[0], [1]], "any mailbox will do, but for each name one of its own");
        assert_eq!(leader(&form(&[one]), 7), 7);
    }

    #[test]
    fn of_several_admin_mailboxes_the_one_of_the_shortest_name_is_taken() {
        let list = |addresses: &[&str]| addresses.iter().map(|a| (*a).to_owned()).collect::<Vec<_>>();
        let addresses = list(&["webmaster@a.example", "admin@b.a.example", "admin@a.example"]);
        let found = admin(&addresses);
        assert_eq!(found.map(String::as_str), Some("admin@a.example"));
        assert_eq!(admin(&list(&["administrator@a.example"])), None);
    }
}
