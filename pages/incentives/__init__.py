"""What is earned, what is still to earn, and what counts towards designations?"""
