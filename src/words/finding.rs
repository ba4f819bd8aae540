//! What the linter says of a request, what was put right of the text that was given, and what is said beside.
use super::Words;
use super::en;
use super::key::{Listed, keys, keys_of};
use super::speech::{Arg, Speech};
use crate::request::cleaned::Cleaned;
use crate::request::lint::{Finding, Fix, Rule, Severity};

keys! {
    /// What is said beside findings and names; the English one beside each is its documentation: `en/found.rs`.
    pub enum Found: Found, en::found::found {
        // How bad a finding is.
        Error,
        Warning,
        Note,
        // What can be done about it.
        FixNewKey,
        FixCountry,
        FixPackage,
        FixIgnored,
        FixLeave,
        // What was put right of the text that was given.
        Binary,
        NoArmour,
        OtherLabel,
        NewHeader,
        Dashes,
        NoEnd,
        TextAround,
        Headers,
        Escapes,
        LineEnds,
        Lines,
        Blanks,
        Strays,
        Padding,
        // Names that look like others, and the alphabets they are written in.
        NoteBoth,
        NoteMixed,
        NoteAlphabet,
        NoteReadsAs,
        NoteFolded,
        NoteUnchecked,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Hebrew,
        Arabic,
        Devanagari,
        Thai,
        Georgian,
        Hangul,
        Cherokee,
        Hiragana,
        Katakana,
        Bopomofo,
        Han,
        OtherScript,
    }
}

keys_of! {
    /// The sentence of a rule, with a place for what it is about.
    pub struct RuleSentence(Rule): en::rules::sentence;
}

impl Listed for RuleSentence {
    fn all() -> Vec<Self> {
        Rule::ALL.iter().copied().map(Self).collect()
    }
}

impl Speech {
    /// What a finding says.
    pub fn finding(&self, finding: &Finding) -> Words {
        self.fill(RuleSentence(finding.rule), &[Arg::Text(&finding.about)])
    }

    /// The sentence of a rule; what it is about stands at `{0}`.
    pub fn rule(&self, rule: Rule) -> Words {
        self.say(RuleSentence(rule))
    }

    /// How bad a finding is.
    pub fn severity(&self, severity: Severity) -> Words {
        self.say(match severity {
            Severity::Error => Found::Error,
            Severity::Warning => Found::Warning,
            Severity::Note => Found::Note,
        })
    }

    /// The button of what can be done about a finding.
    pub fn fix(&self, fix: Fix) -> Words {
        self.say(match fix {
            Fix::NewKey => Found::FixNewKey,
            Fix::Country => Found::FixCountry,
            Fix::Package => Found::FixPackage,
            Fix::Ignored => Found::FixIgnored,
            Fix::Leave => Found::FixLeave,
        })
    }

    /// What was put right of the text that was given.
    pub fn cleaned(&self, cleaned: Cleaned) -> Words {
        self.say(match cleaned {
            Cleaned::Binary => Found::Binary,
            Cleaned::NoArmour => Found::NoArmour,
            Cleaned::OtherLabel => Found::OtherLabel,
            Cleaned::NewHeader => Found::NewHeader,
            Cleaned::Dashes => Found::Dashes,
            Cleaned::NoEnd => Found::NoEnd,
            Cleaned::TextAround => Found::TextAround,
            Cleaned::Headers => Found::Headers,
            Cleaned::Escapes => Found::Escapes,
            Cleaned::LineEnds => Found::LineEnds,
            Cleaned::Lines => Found::Lines,
            Cleaned::Blanks => Found::Blanks,
            Cleaned::Strays => Found::Strays,
            Cleaned::Padding => Found::Padding,
        })
    }
}
