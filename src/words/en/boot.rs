//! English: the shell around the form, until it has started.
use crate::words::boot::Boot;

#[rustfmt::skip]
pub(in crate::words) fn boot(key: Boot) -> &'static str {
    match key {
        Boot::Title => "Order new certificate",
        Boot::Loading => "Loading the order form…",
        Boot::SlowTitle => "The form has not started yet",
        Boot::SlowWait => "On a slow connection, wait a little longer. If nothing changes, reload the page.",
        Boot::SlowElse => "If that does not help, open it in a current version of Firefox, Chrome, Edge or Safari, or tell the company you are ordering from. Nothing has been sent.",
        Boot::OldTitle => "This browser cannot run the form",
        Boot::OldNote => "Your private key is made in the browser, and this one lacks what that needs. Open this page in a current version of Firefox, Chrome, Edge or Safari.",
        Boot::AlteredTitle => "A file of this form was changed",
        Boot::AlteredNote => "It is not the file that was published with this page, so nothing of it was used.",
        Boot::AlteredReload => "Reload the page. If you see this again, do not order here; tell the company you are ordering from.",
        Boot::NetworkTitle => "A part of the form could not be loaded",
        Boot::NetworkNote => "Check your connection, then reload the page. Nothing has been sent.",
        Boot::CrashedTitle => "The form has stopped",
        Boot::CrashedNote => "This is an error in the form. Reload the page to go on. If it happens again, tell the company you are ordering from.",
    }
}
