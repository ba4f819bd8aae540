//! The operator's colours, which must be as easy to read as ours.
use super::ConfigReason;
use super::reader::{Named, Reader, path};
use crate::domain::json::Object;

/// How the form looks, where it does not look its own way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    /// `theme.scheme`: light or dark, whatever the browser asks for.
    pub scheme: Scheme,
    /// `theme.accent`: the accent on light grounds.
    pub accent: Option<Colour>,
    /// `theme.accent_dark`: the accent on dark grounds.
    pub accent_dark: Option<Colour>,
    /// `theme.corners`.
    pub corners: Corners,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scheme {
    /// As the browser asks for.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The corners of buttons, fields and boxes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Corners {
    /// Rounded.
    #[default]
    Round,
    /// Not rounded.
    Square,
}

/// A colour of sRGB: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// The grounds that the accent stands on, as `style/tokens.css` has them: card first, since light text is told the least
/// from the lightest ground.
const LIGHT: [(&str, Colour); 2] = [("#ffffff", Colour([255; 3])), ("#fbfcfb", Colour([0xfb, 0xfc, 0xfb]))];
/// The dark ones.
const DARK: [(&str, Colour); 2] = [("#182021", Colour([0x18, 0x20, 0x21])), ("#101617", Colour([0x10, 0x16, 0x17]))];

/// What text must have at least (WCAG 2.2, 1.4.3).
const ENOUGH: f32 = 4.5;

impl Colour {
    /// `#0a5c63`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let number = digits.chars().try_fold(0_u32, |sum, c| Some(sum << 4 | c.to_digit(16)?))?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// As CSS writes it.
    pub fn css(self) -> String {
        let [red, green, blue] = self.0;
        format!("rgb({red} {green} {blue})")
    }

    /// A quarter of the way to `other`, which is what a pressed button looks like.
    #[must_use]
    pub fn towards(self, other: Self) -> Self {
        let mut mixed = self.0;
        for (own, other) in mixed.iter_mut().zip(other.0) {
            let sum = u16::from(*own) * 3 + u16::from(other);
            *own = u8::try_from(sum / 4).unwrap_or(*own);
        }
        Self(mixed)
    }

    /// White or black, whichever is easier to read on it: one of them always is easy enough.
    #[must_use]
    pub fn ink(self) -> Self {
        if contrast(self, Self::WHITE) >= ENOUGH { Self::WHITE } else { Self::BLACK }
    }

    /// White.
    pub const WHITE: Self = Self([255; 3]);
    /// Black.
    pub const BLACK: Self = Self([0; 3]);

    /// Relative luminance, 0 to 1 (WCAG 2.2). A polynomial stands for the exact curve, which would bring a power function
    /// into the page; it is off by less than 0.002.
    fn luminance(self) -> f32 {
        let linear = |byte: u8| {
            let c = f32::from(byte) / 255.0;
            c * (c * (c * 0.305_306 + 0.682_171) + 0.012_523)
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// Contrast of two colours, 1 to 21 (WCAG 2.2).
fn contrast(a: Colour, b: Colour) -> f32 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

const SCHEMES: [Named<Scheme>; 3] = [("auto", Scheme::Auto), ("light", Scheme::Light), ("dark", Scheme::Dark)];
const CORNERS: [Named<Corners>; 2] = [("round", Corners::Round), ("square", Corners::Square)];

/// `{"accent": "#0a5c63", "accent_dark": "#70c8c6", "scheme": "auto", "corners": "round"}`.
pub(super) fn read(reader: &mut Reader, file: &Object) -> Theme {
    let Some(own) = file.get("theme").and_then(|value| reader.object("theme", value)) else { return Theme::default() };
    reader.only_known(own, "theme", &["scheme", "accent", "accent_dark", "corners"]);
    Theme {
        scheme: reader.choice(own, "theme", "scheme", &SCHEMES).unwrap_or_default(),
        accent: colour(reader, own, "accent", &LIGHT),
        accent_dark: colour(reader, own, "accent_dark", &DARK),
        corners: reader.choice(own, "theme", "corners", &CORNERS).unwrap_or_default(),
    }
}

#[inline(never)]
fn colour(reader: &mut Reader, own: &Object, name: &str, grounds: &[Named<Colour>]) -> Option<Colour> {
    let text = reader.text_of(own, "theme", name)?;
    let Some(colour) = Colour::parse(text) else {
        reader.complain(&path("theme", name), ConfigReason::NotColour);
        return None;
    };
    if let Some((ground, _)) = grounds.iter().find(|(_, ground)| contrast(colour, *ground) < ENOUGH) {
        reader.complain(&path("theme", name), ConfigReason::LowContrast(ground));
    }
    Some(colour)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The curve as WCAG 2.2 has it.
    fn exact(byte: u8) -> f64 {
        let c = f64::from(byte) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    }

    #[test]
    fn the_polynomial_is_close_to_the_curve() {
        for byte in 0..=255 {
            let off = f64::from(Colour([byte; 3]).luminance()) - exact(byte);
            assert!(off.abs() < 0.002, "{byte}: {off}");
        }
    }

    #[test]
    fn the_grounds_are_those_of_the_style_sheet_and_our_own_accents_pass() {
        let tokens = include_str!("../../style/tokens.css");
        let (light, dark) = tokens.split_once("@media").unwrap();
        for (part, grounds, accent) in [(light, &LIGHT, "#0a5c63"), (dark, &DARK, "#70c8c6")] {
            assert!(part.contains(&format!(", {accent});")), "{accent}");
            for (ground, colour) in grounds {
                assert_eq!(Colour::parse(ground), Some(*colour));
                let short = ground.replace("#ffffff", "#fff");
                assert!(part.contains(&format!(": {short};")), "{ground}");
                assert!(contrast(Colour::parse(accent).unwrap(), *colour) > ENOUGH);
            }
        }
    }

    #[test]
    fn dark_is_the_same_whoever_asks_for_it() {
        let tokens = include_str!("../../style/tokens.css");
        let block =
            |selector: &str| tokens.split_once(selector).unwrap().1.split_once('}').unwrap().0.trim().to_owned();
        assert_eq!(
            block(":root:where(:not([data-scheme=\"light\"])), :host {"),
            block(":root:where([data-scheme=\"dark\"]) {")
        );
    }

    #[test]
    fn what_is_written_on_a_colour_can_be_read_on_each() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let colour = Colour([red, green, blue]);
                    assert!(contrast(colour, colour.ink()) >= ENOUGH, "{colour:?}");
                }
            }
        }
        assert_eq!(Colour::parse("#FF0080").map(Colour::css).as_deref(), Some("rgb(255 0 128)"));
        assert_eq!(Colour::WHITE.towards(Colour::BLACK), Colour([191; 3]));
        for text in ["ff0080", "#ff008", "#ff00800", "#ff00g0", "red", "#+f0080", "#é0080"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
