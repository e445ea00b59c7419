"""The fields of ways in: address and password, codes; and what an account that many share can not do."""
