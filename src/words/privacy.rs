//! The sentences of the page `#/privacy`: what leaves the browser, and how to check it.
use super::en;
use super::key::keys;

keys! {
    /// A sentence of the page; the English one beside each is its documentation: `en/privacy.rs`.
    pub enum Privacy: Privacy, en::privacy::privacy {
        Title,
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
