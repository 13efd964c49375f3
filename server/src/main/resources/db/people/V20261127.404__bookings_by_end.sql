-- Nothing asks for bookings by their end alone, and every moved task paid for it.
drop index people.booking_ends;
