"""The associations section."""
