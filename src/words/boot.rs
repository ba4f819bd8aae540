//! The sentences of the shell in `index.html`, which stands there until the form has started and instead of it when it cannot.
//! The English ones are in the page itself; `boot.js` puts those of other languages in their place.
use super::en;
use super::key::keys;

keys! {
    /// A sentence of the shell, by the name that `data-boot-text` has there.
    pub enum Boot: Boot, en::boot::boot {
        Title,
        Loading,
        SlowTitle,
        SlowWait,
        SlowElse,
        OldTitle,
        OldNote,
        AlteredTitle,
        AlteredNote,
        AlteredReload,
        NetworkTitle,
        NetworkNote,
        CrashedTitle,
        CrashedNote,
    }
}

impl Boot {
    /// Its name in the page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Loading => "loading",
            Self::SlowTitle => "slow-title",
            Self::SlowWait => "slow-wait",
            Self::SlowElse => "slow-else",
            Self::OldTitle => "old-title",
            Self::OldNote => "old-note",
            Self::AlteredTitle => "altered-title",
            Self::AlteredNote => "altered-note",
            Self::AlteredReload => "altered-reload",
            Self::NetworkTitle => "network-title",
            Self::NetworkNote => "network-note",
            Self::CrashedTitle => "crashed-title",
            Self::CrashedNote => "crashed-note",
        }
    }
}
