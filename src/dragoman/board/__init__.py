"""A situation as a board: its rows and columns are the rulebook's (`board.yaml`), what stands on a square is the model's.

board.yaml -> plan_of(rulebook) -> Plan;  board_of(evaluation, plan) -> Board
"""
