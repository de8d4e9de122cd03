"""Where answers come from: files in, marts, one door out."""
