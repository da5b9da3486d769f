/** What is judged: planted faults that the report must see, and real rows that it must let pass. */
package dev.understudy.audit;
