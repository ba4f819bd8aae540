//! The file of a language's words: JSON, a list for each family, in which each sentence stands at the place of its key.
use super::key::Family;
use crate::domain::json::{self, Json};

/// The sentences of one language.
#[derive(Debug, PartialEq, Eq)]
pub struct Pack(Vec<Vec<String>>);

impl Pack {
    /// Reads a file; `None` where it is no list of lists of texts.
    pub fn parse(text: &str) -> Option<Self> {
        let whole = json::read(text).ok()?;
        let sentence = |sentence: &Json| Some(sentence.as_text()?.to_owned());
        let family = |family: &Json| family.as_list()?.iter().map(sentence).collect();
        Some(Self(whole.as_list()?.iter().map(family).collect::<Option<_>>()?))
    }

    /// The sentence at a place.
    pub(super) fn sentence(&self, family: Family, index: usize) -> Option<&str> {
        Some(self.0.get(family as usize)?.get(index)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_found_at_its_place() {
        let pack = Pack::parse(r#"[["a", "b"], [], ["c"]]"#).unwrap();
        assert_eq!(pack.sentence(Family::Say, 1), Some("b"));
        assert_eq!(pack.sentence(Family::Say, 2), None);
        assert_eq!(pack.sentence(Family::Label, 0), None);
        assert_eq!(pack.sentence(Family::Hint, 0), Some("c"));
    }

    #[test]
    fn what_is_no_file_of_words_is_none() {
        for text in ["", "{}", "[1]", "[[1]]", r#"["a"]"#, "[[", "null"] {
            assert_eq!(Pack::parse(text), None, "{text}");
        }
    }
}
