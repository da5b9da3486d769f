-- uuid, bytea, bit strings, addresses of networks; some as keys.
CREATE TABLE device (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(), serial bytea NOT NULL UNIQUE, mask bit(8) NOT NULL, bits bit varying, address inet NOT NULL UNIQUE, net cidr NOT NULL, mac macaddr UNIQUE, mac8 macaddr8, picture bytea,
  CHECK (family(address) = 4), CHECK (octet_length(serial) = 8));
CREATE TABLE lease (id int PRIMARY KEY, device uuid NOT NULL REFERENCES device, address inet NOT NULL, UNIQUE (device, address));
INSERT INTO device SELECT md5(i::text)::uuid, decode(lpad(to_hex(i), 16, '0'), 'hex'), (i % 256)::bit(8), (i % 4)::bit(2)::bit varying, ('10.1.' || i / 250 || '.' || i % 250)::inet, ('10.' || i % 200 || '.0.0/16')::cidr,
  CASE WHEN i % 3 > 0 THEN ('02:00:00:00:' || lpad(to_hex(i / 200), 2, '0') || ':' || lpad(to_hex(i % 200), 2, '0'))::macaddr END, '02:00:00:ff:fe:00:00:01', decode(md5(i::text), 'hex') FROM generate_series(1, 200) i;
INSERT INTO lease SELECT row_number() OVER (), id, '192.168.0.1' FROM device;
