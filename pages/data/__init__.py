"""Where do the numbers come from, and what do they mean?"""
