//! The islands: the only code that runs in the browser. Every page works without them.
