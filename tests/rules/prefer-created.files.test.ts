/** A file that a middleware has kept before the handler began. */
import { rule } from "../../src/rules/prefer-created.ts";
import { on, withOptions } from "../support/handlers.ts";
import { run } from "../support/rule-tester.ts";
import type { Cases } from "../support/rule-tester.ts";

const upload = (statements: string): string => on('post("/upload-image", upload.single("image")', statements);

const report = (before: string, answer: string, after: string): Cases["reports"][string] => ({
  code: upload(`${before} ${answer};`), options: { checkNames: true }, at: answer, messageId: "created", data: { title: "200 OK" },
  cures: [{ tier: "choice", messageId: "answer", data: { title: "201 Created" }, output: upload(`${before} ${after};`) }],
});

run(rule, {
  silent: {
    ...withOptions({ checkNames: true }, {
      "201": upload("res.status(201).json({ url: req.file.filename });"),
      "no file": upload('if (!req.file) return res.status(400).json({ error: "No file" }); next();'),
      "a file that stays in memory": upload("const text = req.file.buffer.toString(); res.json({ text });"),
      "the name that the client gave it": upload("res.json({ name: req.file.originalname });"),
      "a file that is looked at and shown to nobody": upload("const words = await read(req.file.path); res.json({ words });"),
      "a file of a record that was there": upload("await User.findByIdAndUpdate(req.user.id, { image: req.file.path }); res.json({ image: req.file.path });"),
      "a file of a record that is saved": upload("user.image = req.file.path; await user.save(); res.json({ image: req.file.path });"),
      "a file of one thing": on('post("/users/:id"', "res.json({ url: req.file.path });"),
      "a file of a PUT": on('put("/image"', "res.json({ url: req.file.path });"),
      "a file that a query names": on('post("/search"', "res.json({ url: req.file.path });"),
    }),
    "a file that is kept, where names are not checked": upload("res.json({ url: req.file.filename });"),
  },
  reports: {
    "its name": report("", "res.json({ url: req.file.filename })", "res.status(201).json({ url: req.file.filename })"),
    "its name in an address": report(
      'const url = `${req.protocol}://${req.get("host")}/uploads/${req.file.filename}`;', "res.status(200).send({ success: true, url })", "res.status(201).send({ success: true, url })"),
    "one of several": report("", "res.json({ url: req.files[0].path })", "res.status(201).json({ url: req.files[0].path })"),
    "where a store has it": report("", "res.json(req.file.location)", "res.status(201).json(req.file.location)"),
  },
});
