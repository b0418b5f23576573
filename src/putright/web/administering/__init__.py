"""What do the pages of an administrator share?"""
