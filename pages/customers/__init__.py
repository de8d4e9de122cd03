"""Which customers, and how does each stand?"""
