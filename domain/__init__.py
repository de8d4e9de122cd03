"""What the words mean: rules and vocabulary, without I/O, frames or drawing."""
