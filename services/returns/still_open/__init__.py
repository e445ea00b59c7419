"""What nobody has said yet of a return: `uncertainty` is what could change the result, `unfilled` what was left empty.

`places` says where each open question is asked.
"""
