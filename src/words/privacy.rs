//! The sentences of the page `#/privacy`: what leaves the browser, and how to check it.
use super::Words;
use super::en;
use super::key::keys;
use super::speech::{Arg, Said, Speech};

keys! {
    /// A sentence of the page; the English one beside each is its documentation: `en/privacy.rs`.
    pub enum Privacy: Privacy, en::privacy::privacy {
        Lead,
        Quiet,
        Link,
        Back,
        SentTitle,
        SentTo,
        SentExact,
        SentNotYet,
        SentRequest,
        CallsTitle,
        CallPackages,
        CallLogIn,
        CallForm,
        CallRequest,
        CallOrder,
        CallPay,
        CallState,
        NeverSent,
        KeyTitle,
        KeyNone,
        KeyLive,
        KeyRemembered,
        KeyInVault,
        KeyInFile,
        KeyElsewhere,
        FilesTitle,
        FilesLead,
        FilesNone,
        FilesCheck,
        FilesCommands,
        WatchNetwork,
        LimitsTitle,
        LimitHost,
        LimitPanel,
        LimitExtension,
        LimitDevice,
        LimitDownloads,
        LimitVault,
    }
}

/// [`Privacy::SentTo`] an address.
pub struct SentTo(pub String);

impl Said for SentTo {
    fn said(self, speech: &Speech) -> Words {
        speech.fill(Privacy::SentTo, &[Arg::Text(&self.0)])
    }
}
