"""Who somebody is: the name and the state that they tell, and the words by which our team finds them."""
