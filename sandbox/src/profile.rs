//! Installations differ in what no public document fixes: ids, names of values, fields of their own.

/// Which installation the sandbox stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// The likeliest values, no field that the documentation does not name.
    #[default]
    Standard,
    /// Other ids, another value of `crt_type`, several ways to confirm a name, and fields that no client knows.
    Other,
}

impl Profile {
    /// The profile called so.
    pub fn read(name: &str) -> Option<Self> {
        [Self::Standard, Self::Other].into_iter().find(|profile| profile.name() == name)
    }

    /// Its name on the command line and in the database.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Other => "other",
        }
    }

    /// `crt_type` of a request of one's own. Assumed (Q1): no public source names this value.
    pub(crate) const fn own_request(self) -> &'static str {
        match self {
            Self::Standard => "exist",
            Self::Other => "own_csr",
        }
    }

    /// What is added to the ids of countries. No id of one profile is one of the other.
    pub(crate) const fn country_offset(self) -> i64 {
        match self {
            Self::Standard => 0,
            Self::Other => 5000,
        }
    }

    /// What is added to the ids of packages.
    pub(crate) const fn package_offset(self) -> i64 {
        match self {
            Self::Standard => 0,
            Self::Other => 4000,
        }
    }

    /// Whether the forms have fields of the installation's own, and a choice of how a name is confirmed.
    pub(crate) const fn asks_more(self) -> bool {
        matches!(self, Self::Other)
    }
}
