"""Where does usage grow, and where next?"""
