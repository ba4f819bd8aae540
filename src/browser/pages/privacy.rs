//! Page "privacy": what leaves the browser, to the byte, and how to check it.
use crate::browser::html::{El, View, all, el, live, nothing};
use crate::browser::parts::page;
use crate::browser::ports::build::{self, File};
use crate::browser::ui::{Ui, t};
use crate::wizard::privacy::{self, Sent, Whereabouts};
use crate::words::Say;
use crate::words::privacy::{Privacy, SentTo};

/// The page.
pub fn page(ui: Ui) -> View {
    let back = el("button", "link back")
        .attr("type", "button")
        .text(&t(Privacy::Back))
        .on("click", move |_| ui.leave_privacy());
    all([
        back.into(),
        page::heading(&t(Say::PrivacyTitle), Privacy::Lead),
        page::section(&t(Privacy::SentTitle), [sent(ui), calls()]),
        page::section(&t(Privacy::KeyTitle), [whereabouts(ui), page::paragraph(Privacy::NeverSent)]),
        page::section(&t(Privacy::FilesTitle), [files()]),
        page::section(&t(Privacy::LimitsTitle), [list(LIMITS)]),
    ])
}

const CALLS: &[Privacy] = &[
    Privacy::CallPackages,
    Privacy::CallLogIn,
    Privacy::CallForm,
    Privacy::CallRequest,
    Privacy::CallOrder,
    Privacy::CallPay,
    Privacy::CallState,
];

const LIMITS: &[Privacy] = &[
    Privacy::LimitHost,
    Privacy::LimitPanel,
    Privacy::LimitExtension,
    Privacy::LimitDevice,
    Privacy::LimitDownloads,
    Privacy::LimitVault,
];

fn list(sentences: &[Privacy]) -> View {
    let item = |list: El, key: &Privacy| list.add(el("li", "").text(&t(*key)));
    sentences.iter().fold(el("ul", "prose-list"), item).into()
}

/// The calls as they would be made now; before they are known, the request.
fn sent(ui: Ui) -> View {
    let sent = ui.memo(privacy::sent);
    let request = ui.memo(|model| privacy::request(model).map(str::to_owned));
    let address = ui.peek(|model| build::absolute(&model.config.billing_url));
    let calls = live(move || {
        let sent = sent.get();
        if sent.is_empty() {
            let request = request.get().map(|csr| machine(&t(Privacy::SentRequest), &csr));
            return all([page::paragraph(Privacy::SentNotYet), request.unwrap_or_else(nothing)]);
        }
        let call = |Sent { func, body }: Sent| machine(func, &body);
        all([page::paragraph(Privacy::SentExact), all(sent.into_iter().map(call))])
    });
    all([page::paragraph(SentTo(address)), calls])
}

fn calls() -> View {
    let title = el("h3", "").text(&t(Privacy::CallsTitle));
    let item = |list: El, key: &Privacy| list.add(el("li", "").text(&t(*key)));
    all([title.into(), CALLS.iter().fold(el("ol", "prose-list"), item).into()])
}

/// A text that machines read.
fn machine(name: &str, text: &str) -> View {
    let bar = el("div", "machine__bar").add(el("span", "machine__name").text(name));
    el("div", "machine").add(bar).add(el("pre", "machine__text").attr("translate", "no").text(text)).into()
}

fn whereabouts(ui: Ui) -> View {
    let place = ui.memo(privacy::whereabouts);
    live(move || {
        page::paragraph(match place.get() {
            Whereabouts::Nowhere => Privacy::KeyNone,
            Whereabouts::Memory => Privacy::KeyLive,
            Whereabouts::Browser => Privacy::KeyRemembered,
            Whereabouts::Vault => Privacy::KeyInVault,
            Whereabouts::File => Privacy::KeyInFile,
            Whereabouts::Elsewhere => Privacy::KeyElsewhere,
        })
    })
}

/// The files with their values, and the commands that compute these from outside.
fn files() -> View {
    let files = build::files();
    if files.is_empty() {
        return page::paragraph(Privacy::FilesNone);
    }
    let lines = |line: fn(&File) -> String, between: &str| files.iter().map(line).collect::<Vec<_>>().join(between);
    let values = lines(|file| [name(&file.url), "\n", &file.integrity].concat(), "\n\n");
    let command =
        |file: &File| ["curl -s ", &file.url, " | openssl dgst -sha384 -binary | openssl base64 -A; echo"].concat();
    let commands = lines(command, "\n");
    all([
        page::paragraph(Privacy::FilesLead),
        machine(&t(Privacy::FilesTitle), &values),
        page::paragraph(Privacy::FilesCheck),
        machine(&t(Privacy::FilesCommands), &commands),
        page::paragraph(Privacy::WatchNetwork),
    ])
}

fn name(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or(url)
}
