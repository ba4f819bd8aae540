//! BILLmanager protocol as data.
