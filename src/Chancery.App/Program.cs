Console.WriteLine("chancery");
