"""What does each action on a case ask for, and in which words? One table of them, shown by one page.

A form of an action is an `ActForm`: it knows the case, asks the day, carries the version of the case that the page
showed, and says in `said` what the action is told besides. An `Act` puts it together with the action and its words.
"""
