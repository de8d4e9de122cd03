"""What is likely next: computed after an import in a process of its own, kept beside the snapshot, asked like it."""
