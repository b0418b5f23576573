"""Which questions is a person asked who wants to know where to complain, and how is the answer put?"""
