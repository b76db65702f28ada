//! Scripts and what is found in them.
