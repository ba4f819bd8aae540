//! What can be wrong with something typed. An enum, never a sentence: sentences live in `words`.

/// One thing wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was entered and something is needed.
    Missing,
    /// More characters than the certificate or the billing form has room for.
    TooLong {
        /// The most characters allowed.
        limit: usize,
        /// How many there are.
        count: usize,
    },
    /// A line break, a control or a direction-changing character.
    ControlCharacter,
    /// A value such as `-`, `none` or `n/a` that says that there is none (BR 7.1.2.7.4 forbids it).
    Filler,
    /// `<` or `>`: no name has them, and what prints the order may take them for markup.
    Markup,
    /// A picture sign, which certificates and letters cannot show.
    Emoji,
    /// A word whose letters belong to several scripts: some only look like what they seem to be.
    Lookalike,
    /// A letter that the billing system's request form refuses (it takes Latin letters only).
    NotLatin {
        /// The first such letter that cannot be written in Latin; else the first.
        letter: char,
        /// Whether the text can be written in Latin letters.
        can_be_written: bool,
    },
    /// Not an ISO 3166-1 country code or known alias.
    Country,
    /// A country that this billing system does not list.
    CountryNotOffered,
    /// Not an e-mail address.
    Email,
    /// Not a telephone number with its country code.
    Phone,
    /// A telephone number without its country's code; with that code, where it is known.
    PhoneCode(Option<String>),
    /// Not a host name that a public certificate can carry.
    Hostname(HostnameProblem),
    /// More names than fit in one request, or than the package takes.
    TooManyNames {
        /// The most names allowed, the domain among them.
        limit: usize,
        /// How many there are.
        entered: usize,
        /// Whether the limit is the package's.
        of_package: bool,
    },
    /// One of several names is wrong: what was typed, and why.
    Name(String, Box<Problem>),
    /// So many more names are wrong.
    MoreNames(usize),
    /// The package is for names that begin with `*.`.
    WildcardNeeded,
    /// The package is for a name without `*`.
    WildcardNotSold,
    /// The package is sold for one name only.
    FurtherNamesNotSold,
    /// The choice is not (or no longer) among those offered.
    NotOffered,
    /// What was given in place of a request is none.
    NotRequest(NotRequest),
    /// The request's signature is not by its key.
    BadSignature,
    /// The request's RSA key has fewer bits than 2048.
    KeyTooShort(usize),
    /// The request's RSA exponent is even or below 3.
    BadExponent,
    /// The request has a key of a type that authorities do not take: its name.
    KeyNotTaken(String),
    /// The request is for a name that a public certificate cannot carry.
    RequestName(String, HostnameProblem),
    /// So many other things of the request are such that no authority takes it.
    Faults(usize),
    /// The private key has not been saved by the customer.
    KeyNotSafe,
    /// A passphrase of fewer characters, or of more than anybody types.
    ShortPassphrase {
        /// The fewest characters.
        least: usize,
    },
    /// A passphrase that is easy to guess.
    WeakPassphrase,
    /// A passphrase that opens nothing.
    WrongPassphrase,
    /// There is no room in this browser.
    NoRoom,
    /// This browser could not keep the key.
    NotKept,
    /// Other rows lie in the cart and the customer has not agreed to pay for them too.
    OtherRowsNotAgreed,
    /// What was in the cart was gone from it, and the customer has not said that it shall be ordered again.
    OrderAgainNotAgreed,
    /// A question of the billing system is not answered: what it is called.
    Unanswered(String),
    /// Something else is wrong with an answer: what the question is called, and what it is.
    Answer(String, Box<Problem>),
    /// A check box of the billing system is not ticked: what it says.
    Unticked(String),
    /// A private key, which no field takes; it is kept nowhere.
    PrivateKey,
    /// The one-time code is wrong or too old.
    WrongCode,
    /// The billing system refused the value; its own words.
    Billing(String),
}

/// What was given in place of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRequest {
    /// A private key, in whatever form, or a file that holds one.
    PrivateKey,
    /// A certificate.
    Certificate,
    /// A public key without a request around it.
    PublicKey,
    /// Begun as a request, but cut short or damaged.
    Broken,
    /// Something else.
    Other,
    /// More than 64 kB.
    TooBig,
    /// A file that the browser could not read.
    Unreadable,
}

/// Why a text is not a host name for a certificate (RFC 1123, BR 7.1.2.7.12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostnameProblem {
    /// It carries a scheme, a path, a port or a user name.
    IsAddress,
    /// It is an e-mail address.
    IsEmail,
    /// It is an IP address.
    IsIp,
    /// It has no dot: an internal name.
    NoDot,
    /// A label is empty (two dots, or a dot in front).
    EmptyLabel,
    /// It ends with a dot.
    TrailingDot,
    /// A label has more than 63 or the name more than 253 characters.
    TooLong,
    /// An underscore.
    Underscore,
    /// Letters outside ASCII.
    NotAscii,
    /// Letters that no name is made of, or an A-label that stands for none (RFC 5891, UTS #46).
    NotIdn,
    /// The browser has not said yet which A-labels its letters are.
    Unread,
    /// Another character that no host name has.
    BadCharacter,
    /// A hyphen at the start or the end of a label.
    Hyphen,
    /// `*` anywhere but alone as the first label.
    Wildcard,
    /// `*.` before a public suffix: all names that anybody registers (BR 3.2.2.6).
    PublicSuffix,
    /// The last label is all digits or reserved (`local`, `internal`, `test` …).
    NotPublic,
}
