"""What do the export files of a believable, entirely fictional book of business look like?"""
