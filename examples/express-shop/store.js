// Stands in for a database: one class per collection, with the calls of a mongoose model.
const { randomUUID } = require("node:crypto");

const passwords = require("./lib/passwords");

class ValidationError extends Error {
  name = "ValidationError";
}

function model(requiredFields) {
  const documents = new Map();

  return class Document {
    constructor(data) {
      this.id = randomUUID();
      Object.assign(this, data);
    }

    async save() {
      const missing = requiredFields.find((field) => this[field] === undefined);
      if (missing) throw new ValidationError(`\`${missing}\` is required`);
      documents.set(this.id, this);
      return this;
    }

    static async find(filter = {}) {
      const wanted = Object.entries(filter);
      return [...documents.values()].filter((document) => wanted.every(([field, value]) => document[field] === value));
    }

    static async findOne(filter) {
      const [first] = await this.find(filter);
      return first ?? null;
    }

    static async findById(id) {
      return documents.get(id) ?? null;
    }

    static async create(data) {
      return new this(data).save();
    }

    static async findByIdAndUpdate(id, changes) {
      const document = await this.findById(id);
      return document && Object.assign(document, changes).save();
    }

    static async findByIdAndDelete(id) {
      const document = await this.findById(id);
      documents.delete(id);
      return document;
    }
  };
}

class Product extends model(["name", "price"]) {}
class Review extends model(["product", "text"]) {}
class Order extends model(["user", "items"]) {}
class Address extends model(["user", "street", "city"]) {}
class Coupon extends model(["code", "discount"]) {}
class Session extends model(["user"]) {}
class User extends model(["email", "password"]) {
  toJSON() {
    const { password, ...visible } = this;
    return visible;
  }
}

// The shop opens with something on its shelves and someone to run it.
Product.create({ name: "Teapot", price: 28, category: "kitchen" });
Product.create({ name: "Kettle", price: 45, category: "kitchen" });
User.create({ email: "admin@shop.example", password: passwords.hash("admin"), role: "admin" });

/** Fails when the store is out of reach, which memory never is. */
async function ping() {}

module.exports = { Address, Coupon, Order, Product, Review, Session, User, ping };
