"""What a user wants to keep: a TOML file of a few settings, each with a variable of the environment above it.

option of the command > variable of the environment > the file > default

table.py   which settings there are: one table, that reading, writing, `dragoman config` and the app share
read.py    the file, with a mistake for each line that is not taken; nothing that is wrong in it stops the program
write.py   one line of the file changed, all others as they were
"""
