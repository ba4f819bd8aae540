//! Spanish: what is said beside the findings of a request, and of names.
use crate::words::finding::Found;

#[rustfmt::skip]
pub(in crate::words) fn found(key: Found) -> &'static str {
    match key {
        // How bad a finding is.
        Found::Error => "Error",
        Found::Warning => "Advertencia",
        Found::Note => "Nota",
        // What can be done about it.
        Found::FixNewKey => "Crear aquí en su lugar una clave y una solicitud nuevas",
        Found::FixCountry => "Usar el código de país correcto",
        Found::FixPackage => "Elegir otro paquete",
        Found::FixIgnored => "Dejarlo: no se tendrá en cuenta",
        Found::FixLeave => "Dejarlo como está",
        // What was put right of the text that was given.
        Found::Binary => "un archivo binario (DER) se escribió como texto",
        Found::NoArmour => "faltaban las líneas BEGIN y END",
        Found::OtherLabel => "la línea BEGIN decía otra cosa",
        Found::NewHeader => "el encabezado antiguo NEW CERTIFICATE REQUEST",
        Found::Dashes => "guiones que faltaban o eran otros junto a BEGIN o END",
        Found::NoEnd => "la línea END faltaba o era otra",
        Found::TextAround => "texto antes o después de la solicitud",
        Found::Headers => "líneas con dos puntos dentro de la solicitud",
        Found::Escapes => "saltos de línea escritos como \\n",
        Found::LineEnds => "finales de línea de Windows",
        Found::Lines => "líneas que no tienen 64 caracteres",
        Found::Blanks => "espacios y líneas vacías",
        Found::Strays => "caracteres que ninguna solicitud tiene",
        Found::Padding => "signos = del final incorrectos o que faltaban",
        // Names that look like others, and the alphabets they are written in.
        Found::NoteBoth => "{0} figura en el certificado como {1}",
        Found::NoteMixed => "«{0}» mezcla alfabetos: {1}. Algunas letras solo se parecen: compruebe que este es el nombre que quiere.",
        Found::NoteAlphabet => "{0} {1}",
        Found::NoteReadsAs => "«{0}» parece «{1}», pero sus letras son de otro alfabeto ({2}). Compruebe que este es el nombre que quiere.",
        Found::NoteFolded => "Escrito más de una vez, se pide una: {0}.",
        Found::NoteUnchecked => "No se ha podido cargar la lista de terminaciones públicas, así que aquí no se comprueba *. delante de este nombre. Lo comprueba el sistema de facturación.",
        Found::Latin => "latino",
        Found::Greek => "griego",
        Found::Cyrillic => "cirílico",
        Found::Armenian => "armenio",
        Found::Hebrew => "hebreo",
        Found::Arabic => "árabe",
        Found::Devanagari => "devanagari",
        Found::Thai => "tailandés",
        Found::Georgian => "georgiano",
        Found::Hangul => "coreano",
        Found::Cherokee => "cheroqui",
        Found::Hiragana => "hiragana",
        Found::Katakana => "katakana",
        Found::Bopomofo => "bopomofo",
        Found::Han => "chino",
        Found::OtherScript => "otro",
    }
}
