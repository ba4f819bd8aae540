//! Writes the files of words: `cargo run --example words -- FOLDER` makes `words-de.json` (the form's) and `shell-de.json` (those
//! of the page around it) in that folder, and so on.
use std::error::Error;
use std::path::Path;

use cert_order::domain::lang::Lang;
use cert_order::words::packs;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: words FOLDER")?;
    std::fs::create_dir_all(&folder)?;
    for lang in Lang::ALL {
        let write = |kind: &str, text: String| {
            std::fs::write(Path::new(&folder).join(format!("{kind}-{}.json", lang.tag())), text)
        };
        write("words", packs::file(lang))?;
        write("shell", packs::shell_file(lang))?;
    }
    Ok(())
}
