//! Printing what a command has to say. Whoever reads it may have seen enough (`suivi import … | head -1`): that is no
//! failure, and what the command does beside printing is done all the same.

use super::Failure;
use std::io::{self, Write};

/// Prints a text as it is.
pub(super) fn text(text: &str) -> Result<(), Failure> {
    bytes(text.as_bytes())
}

/// Prints a text and ends its line.
pub(super) fn line(words: &str) -> Result<(), Failure> {
    text(&format!("{words}\n"))
}

/// Prints bytes.
pub(super) fn bytes(bytes: &[u8]) -> Result<(), Failure> {
    put(&mut io::stdout(), bytes).map(|_| ())
}

/// Writes to what may be a pipe; answers whether anybody still reads.
pub(super) fn put(out: &mut dyn Write, bytes: &[u8]) -> Result<bool, Failure> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure(format!("It cannot be written: {error}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Broken(io::ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_who_has_seen_enough_is_no_failure_and_a_full_disk_is() {
        assert!(matches!(put(&mut Broken(io::ErrorKind::BrokenPipe), b"x"), Ok(false)));
        assert!(put(&mut Broken(io::ErrorKind::StorageFull), b"x").is_err());
        assert!(matches!(put(&mut Vec::<u8>::new(), b"x"), Ok(true)));
    }
}
