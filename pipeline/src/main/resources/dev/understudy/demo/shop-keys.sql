-- Added once the rows are in, which is much faster than looking after them row by row.
ALTER TABLE categories ADD CONSTRAINT category_name_once UNIQUE (name);
ALTER TABLE products ADD CONSTRAINT product_sku_once UNIQUE (sku);
ALTER TABLE employees ADD CONSTRAINT employee_email_once UNIQUE (email);
ALTER TABLE customers ADD CONSTRAINT customer_email_once UNIQUE (email);
ALTER TABLE addresses ADD CONSTRAINT address_kind_once UNIQUE (customer_id, kind);
ALTER TABLE orders ADD CONSTRAINT order_number_once UNIQUE (order_number);
ALTER TABLE order_lines ADD CONSTRAINT order_line_key PRIMARY KEY (order_id, line_no);
ALTER TABLE order_lines ADD CONSTRAINT order_line_product_once UNIQUE (order_id, product_id);
ALTER TABLE payments ADD CONSTRAINT payment_reference_once UNIQUE (reference);
ALTER TABLE reviews ADD CONSTRAINT review_once UNIQUE (order_id, line_no);
CREATE INDEX order_by_customer ON orders (customer_id, ordered_at);

ALTER TABLE products ADD CONSTRAINT product_category FOREIGN KEY (category_id) REFERENCES categories (id) NOCHECK;
ALTER TABLE employees ADD CONSTRAINT employee_manager FOREIGN KEY (manager_id) REFERENCES employees (id) NOCHECK;
ALTER TABLE customers ADD CONSTRAINT customer_account_manager FOREIGN KEY (account_manager_id) REFERENCES employees (id) NOCHECK;
ALTER TABLE addresses ADD CONSTRAINT address_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE NOCHECK;
ALTER TABLE orders ADD CONSTRAINT order_customer FOREIGN KEY (customer_id) REFERENCES customers (id) NOCHECK;
ALTER TABLE order_lines ADD CONSTRAINT order_line_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE NOCHECK;
ALTER TABLE order_lines ADD CONSTRAINT order_line_product FOREIGN KEY (product_id) REFERENCES products (id) NOCHECK;
ALTER TABLE payments ADD CONSTRAINT payment_order FOREIGN KEY (order_id) REFERENCES orders (id) NOCHECK;
ALTER TABLE reviews ADD CONSTRAINT review_line FOREIGN KEY (order_id, line_no) REFERENCES order_lines (order_id, line_no) ON DELETE CASCADE NOCHECK;
