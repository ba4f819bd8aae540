//! The pages of the journey, in order.

/// One page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// What is bought.
    Package,
    /// How the request comes about.
    Request,
    /// Whom and what the certificate names.
    Subject,
    /// The private key.
    Key,
    /// Administrative and technical contact.
    Contacts,
    /// What the billing system asks besides.
    Questions,
    /// The legal entity, where the product needs it.
    Organization,
    /// Who confirms for the CA.
    Validation,
    /// Everything once more, and paying.
    Review,
    /// The order is placed.
    Done,
}

impl Step {
    /// All pages in order.
    pub const ALL: [Self; 10] = [
        Self::Package,
        Self::Request,
        Self::Subject,
        Self::Key,
        Self::Contacts,
        Self::Questions,
        Self::Organization,
        Self::Validation,
        Self::Review,
        Self::Done,
    ];

    /// The name in the page's address (`#/subject`).
    pub fn slug(self) -> &'static str {
        match self {
            Self::Package => "package",
            Self::Request => "request",
            Self::Subject => "subject",
            Self::Key => "key",
            Self::Contacts => "contacts",
            Self::Questions => "questions",
            Self::Organization => "organization",
            Self::Validation => "validation",
            Self::Review => "review",
            Self::Done => "done",
        }
    }

    /// The page with this [`Step::slug`].
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.slug() == slug)
    }

    /// Whether the page talks to the billing system as a customer.
    pub fn needs_session(self) -> bool {
        self >= Self::Contacts
    }
}
