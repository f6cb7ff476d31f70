### Check questions of section 1, the course and its labs.

q-1-1 = The web tier of a shop has 4 machines that answer 100 requests a second each. The team adds 2 machines of the same size. What has grown?
q-1-1-a = The specification of each machine
q-1-1-a-why = Each machine still answers 100. A larger specification would be scaling up; here the team scaled out.
q-1-1-b = The capacity of the group, from 400 to 600 requests a second
q-1-1-b-why = Scaling out adds equal machines, and their capacities add up. No machine has changed.
q-1-1-c = The largest size that a machine can have
q-1-1-c-why = That limit is set by the instance family. It limits scaling up and is not touched by adding machines.

q-1-2 = `api-1` is one large instance that answers 400 requests a second. It must go on answering when a machine fails, at about the same cost. What helps?
q-1-2-a = One instance of twice the size
q-1-2-a-why = It still fails as a whole, and it costs about twice as much. Size does not protect against a failure.
q-1-2-b = A daily snapshot of the volume of `api-1`
q-1-2-b-why = A snapshot brings data back later. While `api-1` is down, nothing answers.
q-1-2-c = Four instances of a quarter of the size behind a load balancer
q-1-2-c-why = The capacity and the cost stay about the same, and when one fails the other three still answer 300 requests a second.

q-1-3 = After scaling out from 1 to 3 machines, customers are signed out at random. Each machine keeps the sessions on its own disk. What mends it?
q-1-3-a = Keep the sessions in one place that all three machines use
q-1-3-a-why = Then it does not matter which machine answers. Shared data outside the machines is the condition for scaling out.
q-1-3-b = Give each of the three machines a larger disk
q-1-3-b-why = The disks are not full. A machine cannot see the sessions of the other two, however large its own disk is.
q-1-3-c = Replace the three machines by three of twice the size
q-1-3-c-why = Larger machines still keep their sessions apart. The next request can again reach one that does not know the customer.
