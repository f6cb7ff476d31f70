### Check questions of section 1, the course and its labs.

q-1-1 = The web tier of a shop has 4 machines that answer 100 requests a second each. The team adds 2 machines of the same size. What has grown?
q-1-1-a = The specification of each machine
q-1-1-a-why = Each machine still answers 100. A larger specification would be scaling up; here the team scaled out.
q-1-1-b = The capacity of all machines together, from 400 to 600 requests a second
q-1-1-b-why = Scaling out adds equal machines, and their capacities add up. No machine has changed.
q-1-1-c = The largest size that a machine can have
q-1-1-c-why = Each kind of machine has its largest size. That limits scaling up; adding machines does not change it.

q-1-2 = `api-1` is one large instance that answers 400 requests a second. It must go on answering when a machine fails, at about the same cost. What helps?
q-1-2-a = One instance of twice the size
q-1-2-a-why = It still fails as a whole, and it costs about twice as much. Size does not protect against a failure.
q-1-2-b = A daily snapshot of the volume of `api-1`
q-1-2-b-why = A snapshot brings data back later. While `api-1` is down, nothing answers.
q-1-2-c = Four instances of a quarter of the size behind a load balancer
q-1-2-c-why = The capacity and the cost stay about the same, and when one fails the other three still answer 300 requests a second.

q-1-3 = After scaling out from 1 to 3 machines, customers are signed out at random. Sessions, which remember who is signed in, lie on the disk of each machine. What mends it?
q-1-3-a = Keep the sessions in one place that all three machines use
q-1-3-a-why = Then customers stay signed in whichever machine answers. Scaling out needs shared data to lie outside the machines.
q-1-3-b = Give each of the three machines a larger disk
q-1-3-b-why = Space is not the problem. A machine cannot see the sessions of the other two, however large its own disk is.
q-1-3-c = Replace the three machines with three of twice the size
q-1-3-c-why = Larger machines still keep their sessions apart. The next request can again reach one that does not know the customer.
