//! JSON read into a tree (RFC 8259): the billing system's answers, `config.json` and drafts.

/// The most levels of lists and objects inside each other: the stack must hold them.
const LEVELS: u8 = 128;

/// A value of JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it was written: amounts are never floats.
    Number(String),
    /// A text, without its escapes.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Object),
}

/// The members of an object in the order of the text. Each name is there once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Object(Vec<(String, Json)>);

/// A text that is not JSON: where the first character stands that cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JsonError {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Json {
    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The flag, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(flag) = self { Some(*flag) } else { None }
    }

    /// The whole number, if it is one that fits.
    pub fn as_i64(&self) -> Option<i64> {
        if let Self::Number(number) = self { number.parse().ok() } else { None }
    }

    /// The list, if it is one.
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// The object, if it is one.
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// The member of this name, if this is an object that has one.
    pub fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }
}

impl Object {
    /// Keeps of each name the last value, in the first place.
    ///
    /// By a table of hashes: to compare each with each would let one long answer stop the page.
    fn of(members: Vec<(String, Json)>) -> Self {
        let mut kept: Vec<(String, Json)> = Vec::with_capacity(members.len());
        // Twice as many slots as members, a power of two; a slot holds the place in `kept`, from 1.
        let mut slots = vec![0_usize; (2 * members.len()).next_power_of_two()];
        let last = slots.len() - 1;
        for (name, value) in members {
            let mut at = hash(&name) & last;
            while let Some(slot) = slots.get_mut(at) {
                if let Some(known) = kept.get_mut(slot.wrapping_sub(1)) {
                    if known.0 == name {
                        known.1 = value;
                        break;
                    }
                    at = (at + 1) & last;
                } else {
                    kept.push((name, value));
                    *slot = kept.len();
                    break;
                }
            }
        }
        Self(kept)
    }

    /// The member of this name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// Whether there is a member of this name.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Names and values.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, Json)> {
        self.0.iter()
    }

    /// Takes the member of this name out if it is an object.
    pub fn take_object(&mut self, name: &str) -> Option<Self> {
        let at = self.iter().position(|(own, value)| own == name && value.as_object().is_some())?;
        if let Json::Object(inner) = self.0.remove(at).1 { Some(inner) } else { None }
    }

    /// Gives each member the name that `new` has for it, where it has one.
    pub fn rename(&mut self, new: impl Fn(&str, &Json) -> Option<String>) {
        let mut members = std::mem::take(&mut self.0);
        for (name, value) in &mut members {
            if let Some(new) = new(name, value) {
                *name = new;
            }
        }
        *self = Self::of(members);
    }

    /// Adds the members of `other`; they win over what is here.
    pub fn extend(&mut self, other: Self) {
        let mut members = std::mem::take(&mut self.0);
        members.extend(other.0);
        *self = Self::of(members);
    }
}

impl<'a> IntoIterator for &'a Object {
    type Item = &'a (String, Json);
    type IntoIter = std::slice::Iter<'a, (String, Json)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// FNV-1a.
fn hash(name: &str) -> usize {
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash as usize
}

/// Reads one value with nothing but blanks around it.
///
/// # Errors
/// Where the text stops being JSON; also below 128 levels, and at half of a surrogate pair.
pub fn read(text: &str) -> Result<Json, JsonError> {
    let mut reader = Reader { text, at: 0 };
    match reader.value(LEVELS) {
        Some(value) if reader.at == text.len() => Ok(value),
        _ => Err(reader.error()),
    }
}

/// What is left of a text. Each method stops where the text is wrong, and gives `None`.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn must(&mut self, byte: u8) -> Option<()> {
        self.eat(byte).then_some(())
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// A value and the blanks around it.
    fn value(&mut self, levels: u8) -> Option<Json> {
        self.blanks();
        let value = match self.peek()? {
            b'{' => Json::Object(self.object(levels.checked_sub(1)?)?),
            b'[' => Json::List(self.list(levels.checked_sub(1)?)?),
            b'"' => Json::Text(self.string()?),
            b'n' => self.word("null", Json::Null)?,
            b't' => self.word("true", Json::Bool(true))?,
            b'f' => self.word("false", Json::Bool(false))?,
            _ => Json::Number(self.number()?),
        };
        self.blanks();
        Some(value)
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        for byte in word.bytes() {
            self.must(byte)?;
        }
        Some(value)
    }

    fn list(&mut self, levels: u8) -> Option<Vec<Json>> {
        self.must(b'[')?;
        self.blanks();
        let mut items = Vec::new();
        if self.eat(b']') {
            return Some(items);
        }
        loop {
            items.push(self.value(levels)?);
            if self.eat(b']') {
                return Some(items);
            }
            self.must(b',')?;
        }
    }

    fn object(&mut self, levels: u8) -> Option<Object> {
        self.must(b'{')?;
        self.blanks();
        if self.eat(b'}') {
            return Some(Object::default());
        }
        let mut members = Vec::new();
        loop {
            self.blanks();
            let name = self.string()?;
            self.blanks();
            self.must(b':')?;
            members.push((name, self.value(levels)?));
            if self.eat(b'}') {
                return Some(Object::of(members));
            }
            self.must(b',')?;
        }
    }

    fn string(&mut self) -> Option<String> {
        self.must(b'"')?;
        let mut out = String::new();
        let mut from = self.at;
        loop {
            match self.peek()? {
                byte @ (b'"' | b'\\') => {
                    out.push_str(self.text.get(from..self.at)?);
                    self.at += 1;
                    if byte == b'"' {
                        return Some(out);
                    }
                    out.push(self.escape()?);
                    from = self.at;
                }
                0..b' ' => return None,
                _ => self.at += 1,
            }
        }
    }

    /// What follows a backslash.
    fn escape(&mut self) -> Option<char> {
        let escaped = match self.peek()? {
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return None,
        };
        self.at += 1;
        Some(escaped)
    }

    /// `u` and four digits, or two of these for a character beyond the first 65,536.
    fn unicode(&mut self) -> Option<char> {
        let mut code = self.unit()?;
        if code & 0xfc00 == 0xd800 {
            self.must(b'\\')?;
            let low = self.unit()?;
            if low & 0xfc00 != 0xdc00 {
                return None;
            }
            code = 0x1_0000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        }
        char::from_u32(code)
    }

    fn unit(&mut self) -> Option<u32> {
        self.must(b'u')?;
        let mut unit = 0;
        for _digit in 0..4 {
            unit = unit * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }

    fn number(&mut self) -> Option<String> {
        let from = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            if !self.eat(b'+') {
                self.eat(b'-');
            }
            self.digits()?;
        }
        self.text.get(from..self.at).map(str::to_owned)
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > from).then_some(())
    }

    /// Counted only now: to keep count would cost each byte of each answer.
    fn error(&self) -> JsonError {
        let (mut line, mut column) = (1, 1);
        for byte in self.text.bytes().take(self.at) {
            if byte == b'\n' {
                line += 1;
                column = 1;
            } else if byte & 0xc0 != 0x80 {
                column += 1;
            }
        }
        JsonError { line, column }
    }
}

/// The same tree as `serde_json` has it, for tests that write answers by its macro.
#[cfg(test)]
pub(crate) fn from_serde(value: &serde_json::Value) -> Json {
    read(&value.to_string()).unwrap()
}
